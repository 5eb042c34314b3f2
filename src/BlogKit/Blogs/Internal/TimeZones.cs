namespace BlogKit.Internal;

/// <summary>Zones by their names in the IANA database. Needs neither cultures nor ICU.</summary>
internal static class TimeZones
{
    private const int LongestName = 60;

    /// <summary>The zone; null for what is no name of one, or of none this machine knows.</summary>
    public static TimeZoneInfo? Find(string? name) =>
        name is "UTC" ? TimeZoneInfo.Utc : IsName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name!, out var zone) ? zone : null;

    // Names become paths of files on some systems: nothing that leads elsewhere is asked for. Windows has names of its own, with spaces.
    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= LongestName }
        && name.Split('/').All(static part => part.Length > 0
            && char.IsAsciiLetter(part[0])
            && part.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+'));
}
