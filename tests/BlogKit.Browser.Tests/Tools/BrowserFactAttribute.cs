namespace BlogKit.Browser.Tests;

/// <summary>A test that needs Chromium: left out with the reason where there is none, unless everything is required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = LocalTools.AreRequired ? null : LocalTools.WhyNoBrowser;
}
