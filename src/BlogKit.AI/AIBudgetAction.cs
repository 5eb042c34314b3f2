namespace BlogKit;

/// <summary>What happens to a comment when the budget for asking models is used up.</summary>
public enum AIBudgetAction
{
    /// <summary>It is held.</summary>
    Hold,

    /// <summary>It is left to the other policies.</summary>
    Skip,
}
