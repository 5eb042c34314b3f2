using System.Globalization;

namespace BlogKit.Testing;

/// <summary>What whoever runs the tests says by environment variables: how much, how often, with which seed.</summary>
internal static class TestSetting
{
    /// <summary>A whole number; one that cannot be read fails the test instead of being taken for the default.</summary>
    public static int Number(string name, int unlessTold) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture)
        : unlessTold;
}
