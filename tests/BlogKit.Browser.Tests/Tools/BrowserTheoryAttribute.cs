namespace BlogKit.Browser.Tests;

/// <summary>A test with data that needs Chromium: left out with the reason where there is none, unless everything is required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = LocalTools.AreRequired ? null : LocalTools.WhyNoBrowser;
}
