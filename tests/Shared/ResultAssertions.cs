using System.Collections.Immutable;

namespace BlogKit.Testing;

/// <summary>What tests say of results.</summary>
internal static class ResultAssertions
{
    public static void ShouldFail<T>(this Result<T> result, string code, string? field = null)
        where T : notnull => ShouldFail(result.Errors, code, field);

    public static void ShouldFail(this Result result, string code, string? field = null) => ShouldFail(result.Errors, code, field);

    private static void ShouldFail(ImmutableArray<BlogError> errors, string code, string? field)
    {
        errors.Should().Contain(e => e.Code == code && (field == null || e.Field == field));
    }
}
