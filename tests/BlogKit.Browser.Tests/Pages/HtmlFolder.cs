using System.Diagnostics;
using System.Text.Json;

namespace BlogKit.Browser.Tests.Pages;

/// <summary>Pages as they were sent, to be read by the Nu HTML validator in one run.</summary>
internal sealed class HtmlFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blogkit-html-");
    private readonly List<string> _names = [];

    public async Task AddAsync(string name, string html)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, $"{_names.Count}.html"), html);
        _names.Add(name);
    }

    /// <summary>What the validator calls an error; warnings are left to the reader of its output.</summary>
    public async Task<List<string>> ValidateAsync()
    {
        var start = new ProcessStartInfo(LocalTools.Java ?? throw new InvalidOperationException(LocalTools.WhyNoValidator))
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-jar",
                LocalTools.Validator ?? throw new InvalidOperationException(LocalTools.WhyNoValidator),
                "--format",
                "json",
                "--exit-zero-always",
                _folder.FullName,
            },
        };
        using var process = Process.Start(start)!;
        using var report = await JsonDocument.ParseAsync(process.StandardError.BaseStream);
        await process.WaitForExitAsync();
        return
        [
            .. report.RootElement.GetProperty("messages").EnumerateArray()
                .Where(static message => message.GetProperty("type").GetString() is not "info")
                .Select(message => $"{NameOf(message)}: {Text(message, "message")} – {Text(message, "extract")}"),
        ];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var text) ? text.GetString()! : "";

    private string NameOf(JsonElement message) =>
        message.TryGetProperty("url", out var url) && int.TryParse(Path.GetFileNameWithoutExtension(url.GetString()), out var index)
            ? _names[index]
            : "validator";
}
