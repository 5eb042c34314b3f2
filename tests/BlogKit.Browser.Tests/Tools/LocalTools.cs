using BlogKit.Samples.Web.Tests;

namespace BlogKit.Browser.Tests;

/// <summary>What these tests need from the machine, and where it was found; null where it was not.</summary>
internal static class LocalTools
{
    public static string? Chromium { get; } =
        Find("BLOGKIT_CHROMIUM", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /// <summary>The Nu HTML validator, <c>vnu.jar</c>.</summary>
    public static string? Validator { get; } = Find("BLOGKIT_VNU", Path.Combine(SampleFiles.Root, "artifacts", "tools", "vnu.jar"));

    public static string? Java { get; } = FindOnPath("java");

    /// <summary>In <c>.ci/run</c> nothing may be left out: what is not there is a failure then.</summary>
    public static bool AreRequired { get; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("BLOGKIT_REQUIRE_ALL"));

    public static string? WhyNoBrowser { get; } =
        Chromium is null ? "Chromium is not installed (apt-get install chromium), and BLOGKIT_CHROMIUM names none." : null;

    public static string? WhyNoValidator { get; } =
        Java is null ? "There is no java on the path (apt-get install default-jre-headless)."
        : Validator is null ? "BLOGKIT_VNU does not name vnu.jar, nor is there artifacts/tools/vnu.jar (npm pack vnu-jar has it)."
        : null;

    private static string? Find(string variable, params string[] places)
    {
        var named = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(named) ? Array.Find(places, File.Exists) : File.Exists(named) ? named : null;
    }

    private static string? FindOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);
}
