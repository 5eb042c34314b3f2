namespace BlogKit.Browser.Tests;

/// <summary>The applications made from templates, by name, each with the address of its own page that has a thread.</summary>
internal static class TemplateApps
{
    /// <summary>Empty where nobody started any.</summary>
    public static IReadOnlyDictionary<string, Uri> All { get; } = (Environment.GetEnvironmentVariable("BLOGKIT_TEMPLATES") ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(static pair => pair.Split('=', 2))
        .ToDictionary(static pair => pair[0], static pair => new Uri(pair[1]), StringComparer.Ordinal);
}
