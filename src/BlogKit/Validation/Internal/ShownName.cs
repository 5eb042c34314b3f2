namespace BlogKit.Internal;

/// <summary>Names of accounts, which may be e-mail addresses.</summary>
internal static class ShownName
{
    /// <summary>What stands for a name that is not to be shown, where nobody knows the language.</summary>
    public const string Neutral = "Member";

    /// <summary>Whether a text holds an e-mail address or a part of one: an at sign, in whatever width, or as URLs write it.</summary>
    public static bool IsAddress(string name) =>
        name.AsSpan().IndexOfAny('@', '\uFF20', '\uFE6B') >= 0 || name.Contains("%40", StringComparison.Ordinal);
}
