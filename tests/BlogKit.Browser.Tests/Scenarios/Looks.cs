namespace BlogKit.Browser.Tests.Scenarios;

/// <summary>The ways every story is told in: on a phone and at a desk, with JavaScript and without.</summary>
internal static class Looks
{
    public static TheoryData<int, bool> All =>
        new() { { Viewing.Phone, true }, { Viewing.Phone, false }, { Viewing.Desk, true }, { Viewing.Desk, false } };

    public static TheoryData<int> Widths => new() { Viewing.Phone, Viewing.Desk };
}
