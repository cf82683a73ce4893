package org.limbeck.meaning;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunStep;
import org.limbeck.schema.DataType;
import org.limbeck.schema.SqlText;
import org.limbeck.sql.SqlTokens;

/** The text of what an operation means on one dialect, after everything for other dialects is left out. */
public final class Meaning {
    private final Canonical canonical;
    private final Dialect dialect;

    public Meaning(Dialect dialect, Checksum.CodeHashes code) {
        this.dialect = dialect;
        this.canonical = new Canonical(new Canonical.Words() {
            @Override
            public String of(SqlText text) {
                return dialect.words(text);
            }

            @Override
            public DataType of(DataType type) {
                return dialect.resolve(type);
            }

            @Override
            public String of(ExecuteSql operation) {
                return "sql " + SqlTokens.normalise(dialect.words(operation.sql()), dialect.syntax());
            }

            @Override
            public String of(RunStep operation) {
                return "run " + operation.name() + " " + code.of(operation.name());
            }

            @Override
            public @Nullable List<Operation> of(OnDialects operation) {
                return dialect.isAmong(operation.dialects()) ? operation.then() : operation.otherwise();
            }
        });
    }

    /** Operations with choices by dialect made: what is for others only is left out. */
    public List<Operation> chosen(List<Operation> operations) {
        List<Operation> chosen = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof OnDialects on) {
                chosen.addAll(chosen(dialect.isAmong(on.dialects()) ? on.then() : on.otherwise()));
            } else {
                chosen.add(operation);
            }
        }
        return chosen;
    }

    public String of(Operation operation) {
        return canonical.text(operation);
    }
}
