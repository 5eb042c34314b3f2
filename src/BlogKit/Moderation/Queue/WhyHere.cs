using System.Collections.Immutable;

namespace BlogKit;

/// <summary>Why a comment is where it is: in words for people, and as data.</summary>
/// <param name="Sentence">In words, for moderators: one sentence or several.</param>
/// <param name="Kind">What brought it there.</param>
/// <param name="Policies">The names of the policies that found something, in the order of their findings, each once.</param>
/// <param name="Points">The points of the decision.</param>
/// <param name="OpenAppeal">Whether its writer asks to look again and has no answer yet.</param>
/// <param name="Age">How long ago it was submitted.</param>
public sealed record WhyHere(
    string Sentence, WhyHereKind Kind, ImmutableArray<string> Policies, double Points, bool OpenAppeal, TimeSpan Age);
