// The search field; its index was made with the site and lies beside it.
new window.PagefindUI({ element: '#search', showImages: false, showSubResults: true, resetStyles: false });
document.querySelector('#search input').setAttribute('aria-label', 'Search the documentation');
