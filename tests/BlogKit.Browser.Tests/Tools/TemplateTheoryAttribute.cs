namespace BlogKit.Browser.Tests;

/// <summary>A test of the applications that <c>.ci/templates/run</c> has built and started: left out elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TemplateTheoryAttribute : TheoryAttribute
{
    public TemplateTheoryAttribute() =>
        Skip = TemplateApps.All.Count == 0 ? "BLOGKIT_TEMPLATES names no applications; .ci/templates/run does." : LocalTools.WhyNoBrowser;
}
