package org.limbeck.cli.shell;

/** The server in the words of the terminal: no more of its version than its two first numbers. */
public final class ServerName {
    private ServerName() {}

    /** {@code SQLite 3.54.1} as {@code SQLite 3.54}. */
    public static String of(String title) {
        int blank = title.indexOf(' ');
        while (blank >= 0 && blank + 1 < title.length() && !Character.isDigit(title.charAt(blank + 1))) {
            blank = title.indexOf(' ', blank + 1);
        }
        if (blank < 0) {
            return title;
        }
        int end = blank + 1;
        int dots = 0;
        while (end < title.length()) {
            char c = title.charAt(end);
            dots += c == '.' ? 1 : 0;
            if (dots == 2 || !(c == '.' || Character.isDigit(c))) {
                break;
            }
            end++;
        }
        return title.substring(0, end);
    }
}
