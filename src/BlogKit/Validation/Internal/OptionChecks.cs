using System.Globalization;

namespace BlogKit.Internal;

/// <summary>Checks of option values; every message names the key in full, as it stands in configuration.</summary>
internal static class OptionChecks
{
    public static void Range(ICollection<string> failures, string key, int value, int minimum, int maximum)
    {
        if (value < minimum || value > maximum)
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{key} must be {minimum} to {maximum}, not {value}."));
        }
    }

    public static void Range(ICollection<string> failures, string key, double value, double minimum, double maximum)
    {
        if (!(value >= minimum && value <= maximum))
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{key} must be {minimum} to {maximum}, not {value}."));
        }
    }

    public static void Range(ICollection<string> failures, string key, TimeSpan value, TimeSpan minimum, TimeSpan maximum)
    {
        if (value < minimum || value > maximum)
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{key} must be {minimum} to {maximum}, not {value}."));
        }
    }

    public static void Defined<T>(ICollection<string> failures, string key, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            failures.Add($"{key} must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }
}
