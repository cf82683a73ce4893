package org.limbeck.dialect;

/** What some databases can do and others cannot. */
public enum Feature {
    /** DDL is part of a transaction and rolled back with it. */
    TRANSACTIONAL_DDL,
    /** Several schemas in one database; a qualified name has meaning. */
    SCHEMAS,
    SEQUENCES,
    /** Enum types with names of their own. */
    NAMED_ENUMS,
    /** Enum types whose values are kept at the column. */
    INLINE_ENUMS,
    VIEWS,
    MATERIALISED_VIEWS,
    ROUTINES,
    TRIGGERS,
    EXTENSIONS,
    ARRAYS,
    CHECKS,
    EXCLUSIONS,
    DEFERRABLE_FOREIGN_KEYS,
    DEFERRABLE_UNIQUES,
    /** Constraints may be added without looking at existing rows and validated later. */
    NOT_VALID,
    CONSTRAINT_NAMES,
    RENAME_CONSTRAINT,
    PARTIAL_INDEXES,
    EXPRESSION_INDEXES,
    INDEX_INCLUDE,
    INDEX_NULLS_ORDER,
    INDEX_METHODS,
    INDEX_PREFIX,
    NULLS_NOT_DISTINCT,
    /** {@code CREATE INDEX IF NOT EXISTS}. */
    INDEX_IF_NOT_EXISTS,
    /** Indexes can be built while writes go on, outside a transaction. */
    CONCURRENT_INDEXES,
    TABLE_COMMENTS,
    COLUMN_COMMENTS,
    COLUMN_COLLATIONS,
    STORED_COMPUTED,
    VIRTUAL_COMPUTED,
    /** A default may be any expression. */
    EXPRESSION_DEFAULTS,
    /** An identity may refuse explicit values. */
    IDENTITY_ALWAYS,
    /** A type may hold an instant. */
    TIME_ZONES,
    /** A session lock lives and dies with its connection. */
    SESSION_LOCK
}
