package org.limbeck.schema;

/** Logical column types; each dialect has its own spelling for each. */
public enum TypeKind {
    BOOLEAN,
    TINYINT,
    SMALLINT,
    INTEGER,
    BIGINT,
    /** Arguments: precision and scale, or none. */
    DECIMAL,
    /** Four bytes. */
    REAL,
    /** Eight bytes. */
    DOUBLE,
    /** Argument: length in characters. */
    CHAR,
    /** Argument: length in characters, or none. */
    VARCHAR,
    /** Text without a length, at least 64 KB. */
    TEXT,
    /** Text without a length, at least 1 GB where the database can. */
    LONG_TEXT,
    /** Argument: length in bytes (fixed). */
    BINARY,
    /** Argument: length in bytes at most. */
    VARBINARY,
    /** Bytes without a length. */
    BLOB,
    DATE,
    /** Argument: digits of a second, or none. */
    TIME,
    /** Without zone. Argument: digits of a second, or none. */
    TIMESTAMP,
    /** An instant. Argument: digits of a second, or none. */
    TIMESTAMP_TZ,
    UUID,
    JSON,
    /** A named set of values; see {@link DataType#name} and {@link DataType#values}. */
    ENUM,
    /** An array of {@link DataType#element}; only where the database has arrays. */
    ARRAY,
    /** The database's own spelling, passed through; see {@link DataType#name}. */
    NATIVE
}
