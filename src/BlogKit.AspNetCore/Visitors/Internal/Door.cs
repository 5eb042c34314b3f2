namespace BlogKit.AspNetCore.Internal;

/// <summary>Whom an endpoint's handler is called for, beyond what the endpoint's authorization says.</summary>
internal enum Door
{
    /// <summary>Everybody. Guests are recognised by what their browser keeps.</summary>
    Readers,

    /// <summary>Everybody. Whoever is not signed in is nobody, whatever their browser keeps.</summary>
    Users,

    /// <summary>Whoever the endpoint's policy lets in. No cache keeps the answer.</summary>
    Desk,

    /// <summary>Whoever may moderate the blog. No cache keeps the answer.</summary>
    Moderators,

    /// <summary>Whoever may administer the blog. No cache keeps the answer.</summary>
    Administrators,
}
