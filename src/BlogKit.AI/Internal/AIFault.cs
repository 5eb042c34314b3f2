namespace BlogKit.Internal;

/// <summary>Why a model gave no answer that counts.</summary>
internal enum AIFault
{
    None,

    /// <summary>It did not answer in time.</summary>
    Timeout,

    /// <summary>The time went by waiting for other calls.</summary>
    Busy,

    /// <summary>The call failed.</summary>
    Unavailable,

    /// <summary>It declined to answer.</summary>
    Refused,

    /// <summary>It answered otherwise than it was told.</summary>
    InvalidAnswer,

    /// <summary>It was not asked: the budget is used up.</summary>
    BudgetExhausted,
}
