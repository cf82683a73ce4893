package org.limbeck.load;

import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Failure;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.Reflector;
import org.limbeck.dialect.Renderer;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Table;
import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.Syntaxes;

/** A dialect that knows its names, its syntax and how to quote; nothing else is needed to read scripts. */
public record PlainDialect(List<String> answersTo, SqlSyntax syntax) implements Dialect {
    public static final PlainDialect POSTGRES = new PlainDialect(List.of("postgresql"), Syntaxes.POSTGRES);
    public static final PlainDialect MYSQL = new PlainDialect(List.of("mysql"), Syntaxes.MYSQL);
    public static final PlainDialect MARIADB = new PlainDialect(List.of("mariadb", "mysql"), Syntaxes.MYSQL);
    public static final PlainDialect SQLITE = new PlainDialect(List.of("sqlite"), Syntaxes.SQLITE);

    @Override
    public String name() {
        return answersTo.get(0);
    }

    @Override
    public String title() {
        return name();
    }

    @Override
    public String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String literal(@Nullable Object value, @Nullable DataType type) {
        return "'" + String.valueOf(value).replace("'", "''") + "'";
    }

    @Override
    public ServerInfo server() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean supports(Feature feature) {
        return false;
    }

    @Override
    public String type(DataType type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Renderer renderer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reflector reflector() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Table normalise(Table table) {
        return table;
    }

    @Override
    public MigrationLock lock() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Failure failure(SQLException error) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String stopScript(String message) {
        throw new UnsupportedOperationException();
    }
}
