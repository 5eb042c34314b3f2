namespace BlogKit.Tests;

/// <summary>What tests say of results.</summary>
internal static class ResultAssertions
{
    public static void ShouldFail<T>(this Result<T> result, string code, string? field = null)
        where T : notnull
    {
        result.Succeeded.Should().BeFalse();
        result.Errors.Should().Contain(e => e.Code == code && (field == null || e.Field == field));
    }
}
