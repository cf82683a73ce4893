package org.limbeck.dialect.postgresql;

import org.limbeck.dialect.ServerInfo;

/**
 * The questions to the catalogue. Each asks for one schema (the first parameter, NULL for the current one) and, where
 * it is about tables or types, for one of them (the second parameter); {@link #all} makes it ask for all. A schema is
 * NULL in the answers when it is the current one. What belongs to an extension is left out.
 */
final class Catalogue {
    private static final String NO_EXTENSION = """
              AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '%s'::regclass AND x.objid = %s.oid
                AND x.deptype = 'e')""";

    private static final String ONE_TABLE = " AND c.relname = ? ";
    private static final String ONE_TYPE = " AND t.typname = ? ";

    private static final String TABLES_IN_SCOPE =
            "c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = coalesce(?, current_schema())) "
                    + ONE_TABLE;

    /** oid, schema, name, kind, comment, options, tablespace, query. */
    static final String RELATIONS =
            """
            SELECT c.oid, nullif(n.nspname, current_schema()), c.relname, c.relkind, obj_description(c.oid, 'pg_class'),
              array_to_string(c.reloptions, ', '), t.spcname,
              CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition AND\s""" + TABLES_IN_SCOPE + NO_EXTENSION.formatted("pg_class", "c") + " ORDER BY c.relname";

    /** The same for a name that was given: a partition too is a table. */
    static final String RELATION = RELATIONS.replace("AND NOT c.relispartition ", "");

    /**
     * table, name, type, base type's kind, schema and name, whether an array, not null, identity, generated,
     * expression, comment, collation, own sequence's start, increment and number, used sequence's number, schema and name, further words.
     */
    private static final String COLUMNS = """
            SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), b.typtype,
              nullif(bn.nspname, current_schema()), b.typname, e.oid IS NOT NULL, a.attnotnull, a.attidentity,
              a.attgenerated, pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum),
              CASE WHEN a.attcollation <> t.typcollation THEN k.collname END,
              own.seqstart, own.seqincrement, own.oid, used.oid, used.nspname, used.relname, {storage}
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
              JOIN pg_type b ON b.oid = coalesce(e.oid, t.oid)
              JOIN pg_namespace bn ON bn.oid = b.typnamespace
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN pg_collation k ON k.oid = a.attcollation
              LEFT JOIN LATERAL (
                SELECT q.seqrelid AS oid, q.seqstart, q.seqincrement
                FROM pg_depend o JOIN pg_sequence q ON q.seqrelid = o.objid
                WHERE o.classid = 'pg_class'::regclass AND o.refclassid = 'pg_class'::regclass
                  AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum AND o.deptype IN ('i', 'a')
                ORDER BY o.deptype DESC, q.seqrelid LIMIT 1) own ON a.attidentity <> '' OR a.atthasdef
              LEFT JOIN LATERAL (
                SELECT s.oid, nullif(sn.nspname, current_schema()) AS nspname, s.relname
                FROM pg_depend u JOIN pg_class s ON s.oid = u.refobjid AND s.relkind = 'S'
                  JOIN pg_namespace sn ON sn.oid = s.relnamespace
                WHERE u.classid = 'pg_attrdef'::regclass AND u.objid = d.oid AND u.refclassid = 'pg_class'::regclass
                LIMIT 1) used ON d.oid IS NOT NULL AND a.attgenerated = ''
            WHERE c.relkind IN ('r', 'p') AND\s""" + TABLES_IN_SCOPE + " ORDER BY a.attrelid, a.attnum";

    /**
     * table, name, kind, deferrable, deferred, validated, columns, target's schema, name and columns, match, on delete,
     * on update, expression, nulls not distinct, method, operators, members' columns and texts, predicate.
     */
    private static final String CONSTRAINTS = """
            SELECT o.conrelid, o.conname, o.contype, o.condeferrable, o.condeferred, o.convalidated,
              ARRAY(SELECT a.attname::text FROM unnest(o.conkey) WITH ORDINALITY k(num, pos)
                JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.num ORDER BY k.pos),
              nullif(fn.nspname, current_schema()), f.relname,
              ARRAY(SELECT a.attname::text FROM unnest(o.confkey) WITH ORDINALITY k(num, pos)
                JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.num ORDER BY k.pos),
              o.confmatchtype, o.confdeltype, o.confupdtype, pg_get_expr(o.conbin, o.conrelid), {nullsNotDistinct},
              m.amname, ARRAY(SELECT p.oprname::text FROM unnest(o.conexclop) WITH ORDINALITY k(op, pos)
                JOIN pg_operator p ON p.oid = k.op ORDER BY k.pos),
              ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(num, pos)
                LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num AND k.num <> 0
                WHERE o.contype = 'x' ORDER BY k.pos),
              ARRAY(SELECT pg_get_indexdef(i.indexrelid, k::int, false) FROM generate_series(1, i.indnkeyatts) k
                WHERE o.contype = 'x' ORDER BY k),
              pg_get_expr(i.indpred, i.indrelid)
            FROM pg_class c JOIN pg_constraint o ON o.conrelid = c.oid AND o.contype IN ('p', 'u', 'f', 'c', 'x')
              LEFT JOIN pg_class f ON f.oid = o.confrelid AND o.contype = 'f'
              LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
              LEFT JOIN pg_index i ON i.indexrelid = o.conindid AND o.contype IN ('p', 'u', 'x')
              LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
              LEFT JOIN pg_am m ON m.oid = ic.relam
            WHERE c.relkind IN ('r', 'p') AND o.conparentid = 0 AND\s""" + TABLES_IN_SCOPE + " ORDER BY o.conrelid, o.conname";

    /**
     * One row a member: table, name, unique, nulls not distinct, method, whether a key, column, expression, order,
     * operator class, collation, predicate, options, tablespace.
     */
    private static final String INDEXES = """
            SELECT i.indrelid, ic.relname, i.indisunique, {nullsNotDistinct}, m.amname, k.pos <= i.indnkeyatts, a.attname,
              CASE WHEN k.num = 0 THEN pg_get_indexdef(i.indexrelid, k.pos::int, false) END, k.opt,
              CASE WHEN NOT oc.opcdefault OR ia.attoptions IS NOT NULL THEN
                CASE WHEN pg_opclass_is_visible(oc.oid) THEN '' ELSE quote_ident(ocn.nspname) || '.' END
                || quote_ident(oc.opcname) || coalesce('(' || array_to_string(ia.attoptions, ', ') || ')', '') END,
              CASE WHEN k.coll <> coalesce(a.attcollation, t.typcollation) THEN co.collname END,
              pg_get_expr(i.indpred, i.indrelid), array_to_string(ic.reloptions, ', '), s.spcname
            FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisvalid
              JOIN pg_class ic ON ic.oid = i.indexrelid
              JOIN pg_am m ON m.oid = ic.relam
              LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
              CROSS JOIN LATERAL unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
                WITH ORDINALITY k(num, class, coll, opt, pos)
              LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num AND k.num <> 0
              LEFT JOIN pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = k.pos
              LEFT JOIN pg_type t ON t.oid = ia.atttypid
              LEFT JOIN pg_opclass oc ON oc.oid = k.class
              LEFT JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
              LEFT JOIN pg_collation co ON co.oid = k.coll
            WHERE c.relkind IN ('r', 'p', 'm') AND NOT EXISTS (SELECT FROM pg_constraint o
                WHERE o.conindid = i.indexrelid AND o.conrelid = i.indrelid AND o.contype IN ('p', 'u', 'x')) AND\s""" + TABLES_IN_SCOPE + " ORDER BY i.indrelid, ic.relname, k.pos";

    /** schema, name, start, increment, least, greatest, cycles, cache. The sequences of columns are left out. */
    static final String SEQUENCES =
            """
            SELECT nullif(n.nspname, current_schema()), c.relname, q.seqstart, q.seqincrement, q.seqmin, q.seqmax,
              q.seqcycle, q.seqcache
            FROM pg_class c JOIN pg_sequence q ON q.seqrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT EXISTS (SELECT FROM pg_depend o LEFT JOIN pg_attrdef d ON d.adrelid = o.refobjid
                AND d.adnum = o.refobjsubid
              WHERE o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.refclassid = 'pg_class'::regclass
                AND (o.deptype = 'i' OR o.deptype = 'a' AND EXISTS (SELECT FROM pg_depend u
                  WHERE u.classid = 'pg_attrdef'::regclass AND u.objid = d.oid AND u.refobjid = c.oid))) AND\s""" + TABLES_IN_SCOPE + NO_EXTENSION.formatted("pg_class", "c") + " ORDER BY c.relname";

    /** schema, name, values. */
    static final String ENUMS = """
            SELECT nullif(n.nspname, current_schema()), t.typname,
              ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typtype = 'e' AND n.nspname = coalesce(?, current_schema())\s""" + ONE_TYPE + NO_EXTENSION.formatted("pg_type", "t") + " ORDER BY t.typname";

    /** view, what it reads. */
    static final String READS = """
            SELECT DISTINCT r.ev_class, d.refobjid
            FROM pg_class c JOIN pg_rewrite r ON r.ev_class = c.oid
              JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class
              JOIN pg_class s ON s.oid = d.refobjid AND s.relkind IN ('v', 'm')
            WHERE c.relkind IN ('v', 'm') AND\s""" + TABLES_IN_SCOPE;

    /** schema and name of views that read a table or view, each after those that it reads. */
    static final String READERS = """
            WITH RECURSIVE reader(oid, depth) AS (
              SELECT c.oid, 0 FROM pg_class c WHERE\s""" + TABLES_IN_SCOPE + """

              UNION
              SELECT r.ev_class, w.depth + 1
              FROM reader w JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = w.oid
                  AND d.classid = 'pg_rewrite'::regclass
                JOIN pg_rewrite r ON r.oid = d.objid AND r.ev_class <> w.oid)
            SELECT n.nspname, nullif(n.nspname, current_schema()), c.relname
            FROM reader w JOIN pg_class c ON c.oid = w.oid AND c.relkind IN ('v', 'm')
              JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE w.depth > 0 GROUP BY n.nspname, c.relname ORDER BY max(w.depth), n.nspname, c.relname""";

    /** schema, name, kind, argument types, definition. Those that a range type brings with it are left out. */
    static final String ROUTINES =
            """
            SELECT nullif(n.nspname, current_schema()), p.proname, p.prokind, oidvectortypes(p.proargtypes),
              pg_get_functiondef(p.oid)
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE p.prokind IN ('f', 'p', 'w') AND n.nspname = coalesce(?, current_schema())\s""" + NO_EXTENSION.formatted("pg_proc", "p").replace("= 'e'", "IN ('e', 'i')") + " ORDER BY p.proname, 4";

    /** name, table's schema and name, definition. */
    static final String TRIGGERS = """
            SELECT t.tgname, nullif(n.nspname, current_schema()), c.relname, pg_get_triggerdef(t.oid)
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND\s""" + TABLES_IN_SCOPE + " ORDER BY c.relname, t.tgname";

    /** Extensions: true, name, schema, version; schemas: false, name. */
    static final String EXTENSIONS_AND_SCHEMAS = """
            SELECT true, x.extname::text, nullif(n.nspname, current_schema())::text, x.extversion
            FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace WHERE x.extname <> 'plpgsql'
            UNION ALL
            SELECT false, nspname, NULL, NULL FROM pg_namespace
            WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', current_schema())
            ORDER BY 1, 2""";

    /** Whether an index is there that a concurrent build left unfinished. */
    static final String INVALID_INDEX = """
            SELECT EXISTS (SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE NOT i.indisvalid AND\s""" + TABLES_IN_SCOPE + ")";

    /** The number of tables, Limbeck's own and those of extensions left out. */
    static final String COUNT =
            "SELECT count(*) FROM pg_class c WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition"
                    + " AND c.relname NOT IN ('limbeck_revision', 'limbeck_event', 'limbeck_lock') AND "
                    + TABLES_IN_SCOPE + NO_EXTENSION.formatted("pg_class", "c");

    private final boolean nullsNotDistinct;
    private final boolean storageWords;
    private final boolean enforcement;

    Catalogue(ServerInfo server) {
        this.nullsNotDistinct = server.atLeast(15, 0);
        this.storageWords = server.atLeast(16, 0);
        this.enforcement = server.atLeast(18, 0);
    }

    /** STORAGE can be said in a new table from version 16 on. */
    String columns() {
        String compression =
                "CASE a.attcompression WHEN 'p' THEN 'COMPRESSION pglz' WHEN 'l' THEN 'COMPRESSION lz4' END";
        String storage = "CASE WHEN a.attstorage <> t.typstorage THEN 'STORAGE ' || CASE a.attstorage"
                + " WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END";
        return COLUMNS.replace(
                "{storage}",
                storageWords ? "nullif(concat_ws(' ', " + storage + ", " + compression + "), '')" : compression);
    }

    /** The same question about everything in the schema; it has the first parameter only. */
    static String all(String sql) {
        return sql.replace(ONE_TABLE, "").replace(ONE_TYPE, "");
    }

    String constraints() {
        return versioned(CONSTRAINTS);
    }

    String indexes() {
        return versioned(INDEXES);
    }

    private String versioned(String sql) {
        return sql.replace("{nullsNotDistinct}", nullsNotDistinct ? "coalesce(i.indnullsnotdistinct, false)" : "false");
    }

    /** What is there but has no place in a schema of Limbeck's: one reason a row. */
    String unknowns() {
        return UNKNOWNS.replace("{setColumns}", nullsNotDistinct ? "o.confdelsetcols IS NOT NULL" : "false")
                .replace("{storage}", storageWords ? "false" : "true")
                .replace("{notEnforced}", enforcement ? "NOT o.conenforced" : "false")
                .replace("{period}", enforcement ? "o.conperiod" : "false")
                .replace("{notNull}", enforcement ? "o.contype = 'n' AND NOT o.convalidated" : "false");
    }

    private static final String UNKNOWNS = """
            WITH here AS (SELECT oid FROM pg_namespace WHERE nspname = coalesce(?, current_schema())),
            relation AS (SELECT c.* FROM pg_class c JOIN here ON here.oid = c.relnamespace WHERE NOT EXISTS (
              SELECT FROM pg_depend x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e'))
            SELECT 'table ' || relname || ' is partitioned by ' || pg_get_partkeydef(oid) FROM relation WHERE relkind = 'p'
            UNION ALL SELECT 'table ' || c.relname || CASE WHEN c.relispartition THEN ' is a partition of '
                ELSE ' inherits from ' END || i.inhparent::regclass
              FROM relation c JOIN pg_inherits i ON i.inhrelid = c.oid WHERE c.relkind IN ('r', 'p', 'f')
            UNION ALL SELECT 'table ' || relname || ' is a foreign table' FROM relation WHERE relkind = 'f'
            UNION ALL SELECT 'table ' || relname || ' is unlogged' FROM relation
              WHERE relkind IN ('r', 'p') AND relpersistence = 'u'
            UNION ALL SELECT 'table ' || relname || ' is of type ' || reloftype::regtype FROM relation WHERE reloftype <> 0
            UNION ALL SELECT 'table ' || relname || ' has row-level security' FROM relation
              WHERE relrowsecurity OR relforcerowsecurity
            UNION ALL SELECT 'table ' || c.relname || ' has the policy ' || p.polname
              FROM relation c JOIN pg_policy p ON p.polrelid = c.oid
            UNION ALL SELECT 'relation ' || c.relname || ' has the rule ' || r.rulename
              FROM relation c JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename <> '_RETURN'
            UNION ALL SELECT 'column ' || c.relname || '.' || a.attname || ' has a storage of its own'
              FROM relation c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type t ON t.oid = a.atttypid AND t.typstorage <> a.attstorage
              WHERE c.relkind IN ('r', 'p') AND {storage}
            UNION ALL SELECT 'materialised view ' || relname || ' holds no rows yet'
              FROM relation WHERE relkind = 'm' AND NOT relispopulated
            UNION ALL SELECT 'trigger ' || t.tgname || ' of ' || c.relname || ' does not fire as triggers do by default'
              FROM relation c JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled <> 'O'
            UNION ALL SELECT 'index ' || ic.relname || ' of ' || c.relname || ' is invalid'
              FROM relation c JOIN pg_index i ON i.indrelid = c.oid AND NOT i.indisvalid
                JOIN pg_class ic ON ic.oid = i.indexrelid WHERE c.relkind IN ('r', 'm')
            UNION ALL SELECT 'constraint ' || o.conname || ' of ' || c.relname || ' says more than Limbeck knows: '
                || pg_get_constraintdef(o.oid)
              FROM relation c JOIN pg_constraint o ON o.conrelid = c.oid
                LEFT JOIN pg_index i ON i.indexrelid = o.conindid AND o.contype IN ('p', 'u', 'x')
              WHERE c.relkind IN ('r', 'p') AND (i.indnatts > i.indnkeyatts OR {setColumns} OR {notEnforced} OR {period}
                OR {notNull} OR o.contype = 'c' AND o.connoinherit OR o.contype = 'x' AND EXISTS (
                  SELECT FROM unnest(i.indclass::oid[]) k JOIN pg_opclass oc ON oc.oid = k AND NOT oc.opcdefault))
            UNION ALL SELECT 'statistics ' || s.stxname FROM pg_statistic_ext s JOIN here ON here.oid = s.stxnamespace
            UNION ALL SELECT CASE t.typtype WHEN 'd' THEN 'domain ' WHEN 'c' THEN 'composite type ' ELSE 'range type ' END
                || t.typname
              FROM pg_type t JOIN here ON here.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
              WHERE (t.typtype IN ('d', 'r') OR t.typtype = 'c' AND c.relkind = 'c') AND NOT EXISTS (
                SELECT FROM pg_depend x WHERE x.classid = 'pg_type'::regclass AND x.objid = t.oid AND x.deptype = 'e')
            UNION ALL SELECT 'aggregate ' || p.oid::regprocedure
              FROM pg_proc p JOIN here ON here.oid = p.pronamespace WHERE p.prokind = 'a' AND NOT EXISTS (
                SELECT FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass AND x.objid = p.oid AND x.deptype = 'e')
            UNION ALL SELECT 'collation ' || k.collname FROM pg_collation k JOIN here ON here.oid = k.collnamespace
              WHERE k.collnamespace <> 'pg_catalog'::regnamespace
            ORDER BY 1""";
}
