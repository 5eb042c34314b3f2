using BlogKit.Specification;

namespace BlogKit.Tests.InMemory;

public sealed class ConformanceTests
{
    [Fact]
    public void No_suite_of_the_kit_is_forgotten() =>
        StoreSpecification.AssertComplete(typeof(ConformanceTests).Assembly, typeof(InMemoryHarness));

    [Fact]
    public void A_forgotten_suite_is_named()
    {
        var check = () => StoreSpecification.AssertComplete(typeof(string).Assembly, typeof(InMemoryHarness));

        check.Should().Throw<Xunit.Sdk.XunitException>().WithMessage("*inherits*BlogSpecification*InMemoryHarness*");
    }
}
