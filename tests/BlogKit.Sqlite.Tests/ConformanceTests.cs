using BlogKit.Specification;

namespace BlogKit.Sqlite.Tests;

public sealed class ConformanceTests
{
    [Fact]
    public void No_suite_of_the_kit_is_forgotten() =>
        StoreSpecification.AssertComplete(typeof(ConformanceTests).Assembly, typeof(SqliteHarness));
}
