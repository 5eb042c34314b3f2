namespace BlogKit;

/// <summary>One thing a finding was computed from, as data.</summary>
/// <param name="Name">What it is, a kebab-case name stable for ever, such as <c>missing-term</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Weight">How much it counted; above 0 = against the comment; null when it has no weight.</param>
public sealed record FindingDetail(string Name, string Value, double? Weight = null);
