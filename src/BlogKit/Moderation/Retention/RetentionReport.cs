namespace BlogKit;

/// <summary>What was erased because its time was over.</summary>
/// <param name="Spam">How many comments marked as spam.</param>
/// <param name="Trashed">How many that were taken down.</param>
public sealed record RetentionReport(int Spam, int Trashed);
