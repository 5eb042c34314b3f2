using Microsoft.Playwright;

namespace BlogKit.Browser.Tests.Scenarios;

/// <summary>Files to upload.</summary>
internal static class Files
{
    /// <summary>A picture of one red point.</summary>
    public static FilePayload Picture { get; } = new()
    {
        Name = "queen.png",
        MimeType = "image/png",
        Buffer = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="),
    };

    /// <summary>Says that it is a picture, and is none.</summary>
    public static FilePayload NoPicture { get; } =
        new() { Name = "queen.png", MimeType = "image/png", Buffer = "<script>alert(1)</script>"u8.ToArray() };
}
