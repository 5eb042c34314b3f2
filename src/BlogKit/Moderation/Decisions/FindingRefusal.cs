namespace BlogKit.Moderation;

/// <summary>The error by which a comment is refused because of a finding: what the host and the form are told.</summary>
/// <param name="Kind">The kind of error; hosts map it to a status.</param>
/// <param name="Code">A kebab-case code stable for ever.</param>
public sealed record FindingRefusal(ErrorKind Kind, string Code);
