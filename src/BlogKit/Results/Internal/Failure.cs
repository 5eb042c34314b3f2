namespace BlogKit.Internal;

/// <summary>The exceptions of results: their callers asked for what is not there.</summary>
internal static class Failure
{
    public static InvalidOperationException Of(ImmutableArray<BlogError> errors) =>
        new(string.Join(' ', errors.Select(static e => $"[{e.Code}] {e.Message}")));

    public static ArgumentException WithoutErrors(string parameter) => new("A failure needs at least one error.", parameter);
}
