namespace BlogKit;

/// <summary>
/// One rule about comments. Register it with <c>AddModerationPolicy&lt;T&gt;()</c>. Must be safe for concurrent use, and depend on nothing
/// but the context (and what it has learned): policies of one cost may be asked in any order.
/// An exception (other than cancellation) never loses or approves the comment: it is held, with the fault as the reason.
/// </summary>
public interface IModerationPolicy
{
    /// <summary>A short kebab-case name, unique among the registered policies; kept with every finding.</summary>
    string Name { get; }

    /// <summary>Changes whenever the same comment may be judged otherwise; kept with every finding.</summary>
    string Version { get; }

    /// <summary>What asking it costs. Default <see cref="PolicyCost.Local"/>.</summary>
    PolicyCost Cost => PolicyCost.Local;

    /// <summary>What it looks at beyond the comment. What it does not name here may be missing from the context. Default nothing.</summary>
    ModerationNeeds Needs => ModerationNeeds.None;

    /// <summary>Looks at a comment; returns null when there is nothing to say.</summary>
    ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken);
}
