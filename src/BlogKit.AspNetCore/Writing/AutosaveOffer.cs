namespace BlogKit.AspNetCore;

/// <summary>Unsaved text that was kept and can be restored.</summary>
/// <param name="SavedAt">When it was kept (UTC).</param>
/// <param name="RestoreUrl">The editor with it in the fields.</param>
/// <param name="DiscardUrl">The address of the form that discards it.</param>
/// <param name="Difference">From what is stored to what was typed.</param>
public sealed record AutosaveOffer(DateTimeOffset SavedAt, string RestoreUrl, string DiscardUrl, TextDiff Difference);
