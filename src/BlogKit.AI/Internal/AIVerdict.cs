namespace BlogKit.Internal;

/// <summary>What a model says about a comment. It has no words of its own: nothing the comment says can come through it.</summary>
/// <param name="Relation">One of <see cref="AIVerdictReader.Relations"/>; null when it was not asked.</param>
/// <param name="Confidence">How sure it is of the relation, 0 to 1.</param>
/// <param name="Category">One of <see cref="AIVerdictReader.Categories"/>; null when it was not asked.</param>
/// <param name="Severity">How bad it is, 0 to 1.</param>
/// <param name="Manipulation">Whether the comment tries to tell the model how to judge.</param>
/// <param name="Model">The model that answered.</param>
internal sealed record AIVerdict(string? Relation, double Confidence, string? Category, double Severity, bool Manipulation, string Model);
