namespace BlogKit.Storage;

/// <summary>The vote and reaction of somebody on a comment, from elsewhere.</summary>
/// <param name="Voter">Who.</param>
/// <param name="Said">Vote and reaction.</param>
public sealed record ImportedVoice(Voter Voter, OwnFeedback Said);
