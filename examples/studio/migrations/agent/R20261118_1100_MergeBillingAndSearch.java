import org.limbeck.migration.*;

@Revision(
        id = "8f4846812221",
        down = {"1d2c3b4a5f60", "5c0ffee41122"},
        message = "feat: merge billing and search",
        created = "2026-11-18T11:00")
final class R20261118_1100_MergeBillingAndSearch implements Migration {

    @Override
    public void upgrade(Op op) {}

    @Override
    public void downgrade(Op op) {}
}
