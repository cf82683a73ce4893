package org.limbeck.error;

import java.util.Locale;

/**
 * Every error that Limbeck reports, by number. The numbers are stable; the manual has a section for each.
 *
 * <p>1xxx scripts and graph, 2xxx settings and use, 3xxx database and connection, 4xxx running, journal and lock,
 * 5xxx refused for safety, 9xxx faults of Limbeck.
 */
public enum ErrorCode {
    DUPLICATE_REVISION(1101, Category.USER),
    MISSING_PARENT(1102, Category.USER),
    SELF_PARENT(1103, Category.USER),
    CYCLE(1104, Category.USER),
    DUPLICATE_LABEL(1105, Category.USER),
    INVALID_ID(1106, Category.USER),
    MISSING_DEPENDENCY(1107, Category.USER),
    INVALID_LABEL(1108, Category.USER),
    UNREADABLE_SCRIPT(1110, Category.USER),
    SCRIPT_DOES_NOT_COMPILE(1111, Category.USER),
    UNKNOWN_DIRECTIVE(1112, Category.USER),
    RECORDING_FAILED(1113, Category.USER),
    RECORDING_NOT_REPEATABLE(1114, Category.USER),
    WRONG_RECORDER(1115, Category.USER),
    UNDECLARED_PARAMETER(1116, Category.USER),
    MISSING_PARAMETER(1117, Category.USER),
    INVALID_OPERATION(1118, Category.USER),
    UNTERMINATED_STATEMENT(1119, Category.USER),
    FORBIDDEN_STATEMENT(1120, Category.USER),

    NO_SUCH_REVISION(1201, Category.USER),
    AMBIGUOUS_REVISION(1202, Category.USER),
    MULTIPLE_HEADS(1203, Category.USER),
    NOT_A_BRANCH_MEMBER(1204, Category.USER),
    NO_SUCH_BRANCH(1205, Category.USER),
    AMBIGUOUS_WALK(1206, Category.USER),
    WALKED_TOO_FAR(1207, Category.USER),
    NOT_AN_ANCESTOR(1208, Category.USER),
    INVALID_TARGET(1209, Category.USER),
    OVERLAPPING_TARGETS(1210, Category.USER),
    NOT_A_HEAD(1211, Category.USER),
    NOTHING_TO_MERGE(1212, Category.USER),

    DATABASE_NOT_CHOSEN(2001, Category.USER),
    UNKNOWN_DATABASE(2002, Category.USER),
    INVALID_SETTINGS(2003, Category.USER),
    KIND_MISMATCH(2004, Category.USER),
    MESSAGE_PATTERN(2005, Category.USER),
    WRONG_USE(2006, Category.USER),
    NO_SETTINGS(2007, Category.USER),
    FILE_EXISTS(2008, Category.USER),
    UNKNOWN_DIALECT(2009, Category.USER),
    MODEL_UNKNOWN(2010, Category.USER),
    MODEL_UNREADABLE(2011, Category.USER),

    NO_DRIVER(3001, Category.ENVIRONMENT),
    NOT_REACHABLE(3002, Category.ENVIRONMENT),
    ACCESS_DENIED(3003, Category.ENVIRONMENT),
    READ_ONLY(3004, Category.ENVIRONMENT),
    FILE_PROBLEM(3005, Category.ENVIRONMENT),
    DATABASE_FAILED(3006, Category.DATABASE),
    KIND_CHANGED(3007, Category.USER),
    FOREIGN_JOURNAL(3008, Category.USER),
    UNSUPPORTED_SERVER(3009, Category.ENVIRONMENT),
    NO_COMPILER(3010, Category.ENVIRONMENT),
    NO_CLASS_PATH(3011, Category.ENVIRONMENT),

    STATEMENT_FAILED(4001, Category.DATABASE),
    CHECK_FAILED(4002, Category.DATABASE),
    CONNECTION_LOST(4003, Category.ENVIRONMENT),
    LOCK_TIMEOUT(4004, Category.ENVIRONMENT),
    LOCK_LOST(4005, Category.ENVIRONMENT),
    DIRTY_REVISION(4006, Category.USER),
    UNCERTAIN_STATEMENT(4007, Category.USER),
    EDITED_PREFIX(4008, Category.USER),
    CHECKSUM_CHANGED(4009, Category.USER),
    UNKNOWN_APPLIED_REVISION(4010, Category.USER),
    NOT_SUPPORTED_HERE(4011, Category.USER),
    NO_INVERSE(4012, Category.USER),
    OBJECT_DIFFERS(4013, Category.USER),
    TRANSACTION_MODE(4014, Category.USER),
    OFFLINE_IMPOSSIBLE(4015, Category.USER),
    SCHEMA_CONFLICT(4016, Category.USER),
    INTERRUPTED(4017, Category.USER),
    SECRET_PARAMETER(4018, Category.USER),
    INCOMPLETE_HISTORY(4019, Category.USER),
    NOT_AT_HEAD(4020, Category.USER),

    STAMP_REFUSED(5101, Category.USER),
    DATA_LOSS(5102, Category.USER),
    IRREVERSIBLE(5103, Category.USER),
    NEEDS_REASON(5104, Category.USER),
    UNVERSIONED_DATABASE(5105, Category.USER),
    DATABASE_AHEAD(5106, Category.USER),
    NOT_UP_TO_DATE(5107, Category.USER),
    SCHEMA_GENERATION(5108, Category.USER),
    ADOPTION_REFUSED(5111, Category.USER),
    MERGE_CONFLICT(5112, Category.USER),
    REBASE_REFUSED(5113, Category.USER),
    SYNC_REFUSED(5115, Category.USER),

    INTERNAL(9001, Category.BUG);

    private final int number;
    private final Category category;

    ErrorCode(int number, Category category) {
        this.number = number;
        this.category = category;
    }

    /** The number, four digits. */
    public int number() {
        return number;
    }

    public Category category() {
        return category;
    }

    /**
     * What a process that ends with this error gives back: 1 failed, 2 wrong use or settings, 3 waited too long for the
     * lock, 4 refused for safety, 130 interrupted.
     */
    public int exitCode() {
        return switch (this) {
            case LOCK_TIMEOUT -> 3;
            case INTERRUPTED -> 130;
            // Found only when a command is run, but put right on the command line or in the settings.
            case MISSING_PARAMETER, KIND_CHANGED, FOREIGN_JOURNAL -> 2;
            default -> exitCodeOfRange();
        };
    }

    private int exitCodeOfRange() {
        // 12xx: a revision is named that is not there, or not clear.
        if (number / 100 == 12 || number / 1000 == 2) {
            return 2;
        }
        return number / 1000 == 5 ? 4 : 1;
    }

    /** The code as people see it, {@code LMB-1102}. */
    public String text() {
        return "LMB-" + number;
    }

    /** The name for programs, {@code missing-parent}. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
