namespace BlogKit;

/// <summary>The action for a comment when the budget for asking models is used up.</summary>
public enum AIBudgetAction
{
    /// <summary>The comment is held.</summary>
    Hold,

    /// <summary>The comment is left to the other policies.</summary>
    Skip,
}
