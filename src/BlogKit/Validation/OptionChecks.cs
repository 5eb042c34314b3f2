using System.Globalization;
using BlogKit.Moderation;

namespace BlogKit;

/// <summary>
/// Checks option values, for <see cref="ModerationPolicyOptions.Check"/>: each method adds a sentence that names the key in full, as it
/// stands in configuration, when the value is invalid.
/// </summary>
public static class OptionChecks
{
    /// <summary>Checks that a value is at least the least and at most the most; NaN is out of every range.</summary>
    /// <typeparam name="T">The type of the value: a number, or a length of time.</typeparam>
    /// <param name="failures">The list the sentence is added to.</param>
    /// <param name="key">The key, such as <c>BlogKit:Moderation:Links:HoldAbove</c>.</param>
    /// <param name="value">The value.</param>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The most.</param>
    public static void CheckRange<T>(ICollection<string> failures, string key, T value, T minimum, T maximum)
        where T : struct, IComparable<T>
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (value.CompareTo(minimum) < 0 || value.CompareTo(maximum) > 0)
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{key} must be {minimum} to {maximum}, not {value}."));
        }
    }

    /// <summary>Checks that the enumeration has a name for a value.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="failures">The list the sentence is added to.</param>
    /// <param name="key">The key, such as <c>BlogKit:Moderation:Links:LinkOnlyOutcome</c>.</param>
    /// <param name="value">The value.</param>
    public static void CheckDefined<T>(ICollection<string> failures, string key, T value)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (!Enum.IsDefined(value))
        {
            failures.Add($"{key} must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }
}
