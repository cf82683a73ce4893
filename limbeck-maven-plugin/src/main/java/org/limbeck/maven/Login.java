package org.limbeck.maven;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** User and password for a database; not shown by {@code toString}. */
final class Login {
    private final @Nullable String user;
    private final @Nullable String password;

    Login(@Nullable String user, @Nullable String password) {
        this.user = user;
        this.password = password;
    }

    @Nullable
    String user() {
        return user;
    }

    @Nullable
    String password() {
        return password;
    }

    /** The login that {@code settings.xml} keeps for a server, decrypted. */
    static Login of(String serverId, Settings settings, @Nullable SettingsDecrypter decrypter)
            throws MojoFailureException {
        Server server = settings.getServer(serverId);
        if (server == null) {
            throw new MojoFailureException("There is no server '" + serverId + "' in settings.xml");
        }
        Server open = decrypter == null
                ? server
                : decrypter
                        .decrypt(new DefaultSettingsDecryptionRequest(server))
                        .getServer();
        return new Login(open.getUsername(), open.getPassword());
    }
}
