using System.Globalization;

namespace BlogKit.Moderation;

/// <summary>A value that a finding was computed from, as data.</summary>
/// <param name="Name">The kebab-case name, stable for ever, such as <c>missing-term</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Weight">How much it counted; above 0 = against the comment; null when it has no weight.</param>
public sealed record FindingDetail(string Name, string Value, double? Weight = null)
{
    /// <summary>Returns a detail whose value is a whole number.</summary>
    /// <param name="name">The <see cref="Name"/>.</param>
    /// <param name="value">The number, written in digits.</param>
    /// <param name="weight">The <see cref="Weight"/>.</param>
    public static FindingDetail Of(string name, long value, double? weight = null) =>
        new(name, value.ToString(CultureInfo.InvariantCulture), weight);

    /// <summary>Returns a detail whose value is a number, rounded to three places.</summary>
    /// <param name="name">The <see cref="Name"/>.</param>
    /// <param name="value">The number, with a point.</param>
    /// <param name="weight">The <see cref="Weight"/>.</param>
    public static FindingDetail Of(string name, double value, double? weight = null) =>
        new(name, Math.Round(value, 3).ToString(CultureInfo.InvariantCulture), weight);
}
