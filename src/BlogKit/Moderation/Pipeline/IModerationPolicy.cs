namespace BlogKit.Moderation;

/// <summary>
/// A rule that judges comments. Register it with <c>AddModerationPolicy&lt;TPolicy, TOptions&gt;(name, …)</c>, or without options with
/// <c>AddModerationPolicy&lt;T&gt;()</c>: then it is part of the live set alone. Must be safe for concurrent use, and depend on nothing but
/// the context (and what it has learned): policies of one cost may be asked in any order. An exception (other than cancellation) never
/// loses or approves the comment: it is held, with the fault as the reason.
/// </summary>
public interface IModerationPolicy
{
    /// <summary>A short kebab-case name, unique among the registered policies; the pipeline keeps it with every finding.</summary>
    string Name { get; }

    /// <summary>
    /// The version of the rules, which changes whenever the same comment may be judged otherwise; the pipeline keeps it with every finding.
    /// Default <c>1</c>.
    /// </summary>
    string Version => "1";

    /// <summary>The cost of asking it. Default <see cref="PolicyCost.Local"/>.</summary>
    PolicyCost Cost => PolicyCost.Local;

    /// <summary>
    /// The facts it needs beyond the comment. A fact that is not named here may be missing from the context. Default none.
    /// </summary>
    ModerationNeeds Needs => ModerationNeeds.None;

    /// <summary>
    /// Whether it judges who writes, where and how much, and nothing of the text. A local policy (<see cref="PolicyCost.Local"/>) is then
    /// asked once more about a new comment, before its text is rendered and the other facts are read, and what it rejects there costs next
    /// to nothing. It may need <see cref="ModerationNeeds.Activity"/> and <see cref="ModerationNeeds.Bans"/> and no other fact. A policy
    /// whose finding overrides says so too where it is to let those pass who are banned or send too much: the others are not asked any
    /// more. Default false.
    /// </summary>
    bool JudgesWriterAlone => false;

    /// <summary>
    /// Returns the windows to count for a submission, and how many comments each may have; the store counts, so that several hosts agree.
    /// When one fills up between judging and storing, the comment is judged again. Edits are not asked about. What was counted is in
    /// <see cref="ModerationFacts.Activity"/>, together with the windows of other policies: ask <see cref="ModerationFacts.FindCount"/>.
    /// Default none.
    /// </summary>
    ImmutableArray<ActivityLimit> GetLimits(Comment comment, DateTimeOffset now) => [];

    /// <summary>
    /// Returns the fingerprints of a text, at most 16: alike texts share at least one with high probability, different ones rarely. They
    /// are stored with each comment and tell which stored ones may be alike; <see cref="ModerationFacts.Similar"/> holds those that any
    /// policy's fingerprints found. Default none.
    /// </summary>
    ImmutableArray<long> GetFingerprints(string plainText) => [];

    /// <summary>Judges a comment; returns null when there is nothing to say.</summary>
    ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken);
}
