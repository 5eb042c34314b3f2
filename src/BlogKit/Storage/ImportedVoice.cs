namespace BlogKit.Storage;

/// <summary>What somebody said of a comment, elsewhere.</summary>
/// <param name="Voter">Who.</param>
/// <param name="Said">Their vote and reaction.</param>
public sealed record ImportedVoice(Voter Voter, OwnFeedback Said);
