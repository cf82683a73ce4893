package org.limbeck.env;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Every error of env files, by number (LMB-6001 to LMB-6999). The numbers are stable. */
public enum EnvError {
    FILE_MISSING(6001, 2),
    NOT_READABLE(6002, 1),
    NOT_WRITABLE(6003, 1),
    EMPTY_TEMPLATE(6004, 4),
    WIDE_ENCODING(6005, 4),
    LOCKED(6006, 3),
    CHANGED_MEANWHILE(6007, 4),
    OWNER_NOT_KEPT(6008, 4),
    INVALID_RENAMES(6009, 2),
    WRONG_USE(6010, 2),
    NO_BACKUP(6011, 2),
    READ_BACK_DIFFERS(6012, 1),
    VALUE_AT_RISK(6013, 4),
    INTERNAL(6999, 1);

    private final int number;
    private final int exitCode;

    EnvError(int number, int exitCode) {
        this.number = number;
        this.exitCode = exitCode;
    }

    /** The code as people see it, {@code LMB-6001}. */
    public String text() {
        return "LMB-" + number;
    }

    /** The name for programs, {@code file-missing}. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The exit code of a command that ends with this error. */
    public int exitCode() {
        return exitCode;
    }

    EnvException because(String what, String advice) {
        return because(what, advice, null);
    }

    EnvException because(String what, String advice, @Nullable Throwable cause) {
        return new EnvException(this, what, advice, cause);
    }

    /** What an operating system says about a file, without the path, which our messages have already. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
