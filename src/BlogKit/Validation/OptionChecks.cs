using System.Globalization;
using BlogKit.Moderation;

namespace BlogKit;

/// <summary>
/// Checks of option values, for <see cref="ModerationPolicyOptions.Check"/>: each adds a sentence that names the key in full, as it stands
/// in configuration, when the value cannot be.
/// </summary>
public static class OptionChecks
{
    /// <summary>A value that is at least the least and at most the most; not a number is neither.</summary>
    /// <typeparam name="T">What is compared: a number, or a length of time.</typeparam>
    /// <param name="failures">Where the sentence goes.</param>
    /// <param name="key">The key, such as <c>BlogKit:Moderation:Links:HoldAbove</c>.</param>
    /// <param name="value">The value.</param>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The most.</param>
    public static void Range<T>(ICollection<string> failures, string key, T value, T minimum, T maximum)
        where T : struct, IComparable<T>
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (value.CompareTo(minimum) < 0 || value.CompareTo(maximum) > 0)
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{key} must be {minimum} to {maximum}, not {value}."));
        }
    }

    /// <summary>A value that the enumeration has a name for.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="failures">Where the sentence goes.</param>
    /// <param name="key">The key, such as <c>BlogKit:Moderation:Links:LinkOnlyOutcome</c>.</param>
    /// <param name="value">The value.</param>
    public static void Defined<T>(ICollection<string> failures, string key, T value)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (!Enum.IsDefined(value))
        {
            failures.Add($"{key} must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }
}
