using System.Globalization;
using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>Checks of option values; every message names the key.</summary>
internal static class AIChecks
{
    public static void Range(ICollection<string> failures, string key, double value, double minimum, double maximum)
    {
        if (!(value >= minimum && value <= maximum))
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{key} must be {minimum} to {maximum}, not {value}."));
        }
    }

    public static void Outcome(ICollection<string> failures, string key, ModerationOutcome value, ModerationOutcome strictest)
    {
        if (!Enum.IsDefined(value) || value > strictest)
        {
            failures.Add($"{key} must be one of {string.Join(", ", Enum.GetValues<ModerationOutcome>().Where(o => o <= strictest))}.");
        }
    }
}
