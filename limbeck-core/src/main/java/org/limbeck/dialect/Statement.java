package org.limbeck.dialect;

/** A statement ready to be executed. */
public record Statement(String sql, Placement placement) {

    public static Statement inside(String sql) {
        return new Statement(sql, Placement.INSIDE);
    }
}
