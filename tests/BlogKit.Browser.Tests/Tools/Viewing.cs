namespace BlogKit.Browser.Tests;

/// <summary>With what somebody looks: a phone or a desk, by day or by night, with JavaScript or without.</summary>
internal sealed record Viewing
{
    public const int Phone = 360;
    public const int Desk = 1280;

    /// <summary>Width in CSS pixels.</summary>
    public int Width { get; init; } = Desk;

    public bool Dark { get; init; }

    public bool JavaScript { get; init; } = true;

    /// <summary>What a browser kept from before, such as a sign-in; null for a new one.</summary>
    public string? Remembered { get; init; }

    public string TimeZone { get; init; } = "Europe/Berlin";
}
