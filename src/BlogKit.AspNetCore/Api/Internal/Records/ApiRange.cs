namespace BlogKit.AspNetCore.Internal;

/// <summary>A part of a text, in UTF-16 code units.</summary>
internal sealed record ApiRange(int Start, int Length);
