using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlogKit.Samples.Embed.Pages;

public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
