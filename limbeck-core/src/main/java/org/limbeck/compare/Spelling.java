package org.limbeck.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.limbeck.dialect.Dialect;
import org.limbeck.operation.RenameTable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;

/** Wanted tables under the names of live ones, where the database takes two spellings for one name. */
final class Spelling {
    private Spelling() {}

    static Schema ofLive(Schema live, Schema want, Dialect dialect) {
        if (dialect.tableKey("A").equals("A")) {
            return want;
        }
        Map<QualifiedName, QualifiedName> names = new HashMap<>();
        live.tables().keySet().forEach(name -> names.put(key(name, dialect), name));
        Schema spelt = want;
        for (QualifiedName name : List.copyOf(want.tables().keySet())) {
            QualifiedName there = names.get(key(name, dialect));
            if (there != null
                    && !live.tables().containsKey(name)
                    && !spelt.tables().containsKey(there)) {
                spelt = new RenameTable(name, there).evolve(spelt);
            }
        }
        return spelt;
    }

    private static QualifiedName key(QualifiedName name, Dialect dialect) {
        return new QualifiedName(name.schema(), dialect.tableKey(name.name()));
    }
}
