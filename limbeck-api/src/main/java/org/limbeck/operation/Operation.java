package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/**
 * One thing that a revision does: an immutable value that knows how it moves a schema and what undoes it. How it is
 * written in SQL or in Java is known by visitors.
 */
public sealed interface Operation
        permits CreateTable,
                DropTable,
                RenameTable,
                SetTableComment,
                AddColumn,
                DropColumn,
                RenameColumn,
                SetType,
                SetNullable,
                SetDefault,
                SetColumnComment,
                SetGeneration,
                AddConstraint,
                DropConstraint,
                RenameConstraint,
                ReplaceConstraint,
                ValidateConstraint,
                CreateIndex,
                DropIndex,
                RenameIndex,
                CreateSchema,
                DropSchema,
                CreateSequence,
                AlterSequence,
                DropSequence,
                CreateEnum,
                DropEnum,
                AddEnumValue,
                RenameEnumValue,
                CreateView,
                ReplaceView,
                DropView,
                CreateRoutine,
                DropRoutine,
                CreateTrigger,
                DropTrigger,
                CreateExtension,
                DropExtension,
                AroundViews,
                InsertRows,
                InsertCsv,
                UpsertRows,
                UpdateRows,
                DeleteRows,
                ExecuteSql,
                RunStep,
                CheckData,
                Lossy,
                Irreversible,
                WhenCondition,
                OnDialects,
                Invert,
                DialectOperation {

    /** The schema after the operation. What is not known of the schema stays unknown; nothing is checked. */
    Schema evolve(Schema before);

    /** What undoes the operation, given the schema before it, or why nothing does. */
    Inverse inverse(SchemaView before);

    /** The tables and views that it concerns; empty where that cannot be told. */
    Set<QualifiedName> tables();

    <R> R accept(OperationVisitor<R> visitor);

    /** A few words for people, such as {@code add column orders.status}. */
    String describe();
}
