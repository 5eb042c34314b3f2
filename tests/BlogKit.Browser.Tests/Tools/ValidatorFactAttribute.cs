namespace BlogKit.Browser.Tests;

/// <summary>
/// A test that needs the HTML validator and Chromium: left out with the reason where one is missing, unless everything is required.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ValidatorFactAttribute : FactAttribute
{
    public ValidatorFactAttribute() => Skip = LocalTools.AreRequired ? null : LocalTools.WhyNoBrowser ?? LocalTools.WhyNoValidator;
}
