package org.limbeck.config;

import java.util.List;
import java.util.Locale;

/** JDBC addresses as they may be shown. */
public final class JdbcUrl {
    private static final List<String> SECRETS =
            List.of("password", "pwd", "passwd", "secret", "token", "key", "credential");

    private JdbcUrl() {}

    /** The address without user information and without values of parameters that look secret. */
    public static String masked(String url) {
        String shown = withoutUserInfo(url);
        StringBuilder out = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= shown.length(); i++) {
            boolean end = i == shown.length() || "?&;".indexOf(shown.charAt(i)) >= 0;
            if (end) {
                out.append(maskedPart(shown.substring(start, i)));
                if (i < shown.length()) {
                    out.append(shown.charAt(i));
                }
                start = i + 1;
            }
        }
        return out.toString();
    }

    private static String maskedPart(String part) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? "" : part.substring(0, equals).toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(name::contains) ? part.substring(0, equals + 1) + "****" : part;
    }

    private static String withoutUserInfo(String url) {
        int slashes = url.indexOf("//");
        if (slashes < 0) {
            return url;
        }
        int end = slashes + 2;
        while (end < url.length() && "/?;".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int at = url.lastIndexOf('@', end - 1);
        if (at < slashes) {
            // A password with a slash in it ends the authority too early; then everything before the last @ is hidden.
            at = url.indexOf(':', slashes + 2) >= 0 && url.indexOf('@') > end ? url.lastIndexOf('@') : -1;
        }
        return at < 0 ? url : url.substring(0, slashes + 2) + "****@" + url.substring(at + 1);
    }
}
