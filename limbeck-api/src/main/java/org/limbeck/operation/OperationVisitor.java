package org.limbeck.operation;

/** One case for every operation; the compiler finds what is missing. */
public interface OperationVisitor<R> {

    R visit(CreateTable operation);

    R visit(DropTable operation);

    R visit(RenameTable operation);

    R visit(SetTableComment operation);

    R visit(AddColumn operation);

    R visit(DropColumn operation);

    R visit(RenameColumn operation);

    R visit(SetType operation);

    R visit(SetNullable operation);

    R visit(SetDefault operation);

    R visit(SetColumnComment operation);

    R visit(SetGeneration operation);

    R visit(AddConstraint operation);

    R visit(DropConstraint operation);

    R visit(RenameConstraint operation);

    R visit(ReplaceConstraint operation);

    R visit(ValidateConstraint operation);

    R visit(CreateIndex operation);

    R visit(DropIndex operation);

    R visit(RenameIndex operation);

    R visit(CreateSchema operation);

    R visit(DropSchema operation);

    R visit(CreateSequence operation);

    R visit(AlterSequence operation);

    R visit(DropSequence operation);

    R visit(CreateEnum operation);

    R visit(DropEnum operation);

    R visit(AddEnumValue operation);

    R visit(RenameEnumValue operation);

    R visit(CreateView operation);

    R visit(ReplaceView operation);

    R visit(DropView operation);

    R visit(CreateRoutine operation);

    R visit(DropRoutine operation);

    R visit(CreateTrigger operation);

    R visit(DropTrigger operation);

    R visit(CreateExtension operation);

    R visit(DropExtension operation);

    R visit(AroundViews operation);

    R visit(InsertRows operation);

    R visit(InsertCsv operation);

    R visit(UpsertRows operation);

    R visit(UpdateRows operation);

    R visit(DeleteRows operation);

    R visit(ExecuteSql operation);

    R visit(RunStep operation);

    R visit(CheckData operation);

    R visit(Lossy operation);

    R visit(Irreversible operation);

    R visit(WhenCondition operation);

    R visit(OnDialects operation);

    R visit(Invert operation);

    R visit(DialectOperation operation);
}
